import { hydrate, render } from "preact";
import "../../portal/portal.css";
import { Page } from "./page.jsx";

const app = document.getElementById("app");
(app.firstElementChild ? hydrate : render)(<Page />, app);
