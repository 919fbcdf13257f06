import { hydrateRoot, createRoot } from "react-dom/client";
import "../../portal/portal.css";
import { Page } from "./page.jsx";

const app = document.getElementById("app");
const onRecoverableError = (error) => { throw error; };
if (app.firstElementChild) hydrateRoot(app, <Page />, { onRecoverableError });
else createRoot(app).render(<Page />);
