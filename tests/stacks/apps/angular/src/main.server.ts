import { mergeApplicationConfig } from "@angular/core";
import { type BootstrapContext, bootstrapApplication } from "@angular/platform-browser";
import { provideServerRendering, RenderMode, withRoutes } from "@angular/ssr";
import { Portal, settings } from "./portal";

const routes = [{ path: "**", renderMode: RenderMode.Prerender as const }];
const server = mergeApplicationConfig(settings, { providers: [provideServerRendering(withRoutes(routes))] });

export default (context: BootstrapContext) => bootstrapApplication(Portal, server, context);
