import { bootstrapApplication } from "@angular/platform-browser";
import { Portal, settings } from "./portal";

void bootstrapApplication(Portal, settings);
