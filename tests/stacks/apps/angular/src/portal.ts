import { type ApplicationConfig, Component, CUSTOM_ELEMENTS_SCHEMA, signal } from "@angular/core";
import { provideClientHydration } from "@angular/platform-browser";
import type { Report } from "tirkeu";
import "tirkeu/element";

@Component({
  selector: "portal-root",
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <tirkeu-precheck lang="en" [attr.visit-date]="day" share-report (tirkeu-report)="hear($event)">
      <p id="list">Bring your identity document.</p>
    </tirkeu-precheck>
    <button id="own">The portal's own</button>
    <pre id="report">{{ report() }}</pre>`,
})
export class Portal {
  readonly day = "2026-12-01";
  readonly report = signal("");

  hear({ detail }: CustomEvent<{ report: Report }>): void {
    this.report.set(JSON.stringify(detail.report.unanswered));
  }
}

export const settings: ApplicationConfig = { providers: [provideClientHydration()] };
