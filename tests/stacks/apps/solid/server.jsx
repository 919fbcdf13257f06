import { generateHydrationScript, renderToString } from "solid-js/web";
import { Page } from "./page.jsx";

console.log(generateHydrationScript() + renderToString(() => <Page />));
