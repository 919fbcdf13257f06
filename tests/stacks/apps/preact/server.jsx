import { renderToString } from "preact-render-to-string";
import { Page } from "./page.jsx";

console.log(renderToString(<Page />));
