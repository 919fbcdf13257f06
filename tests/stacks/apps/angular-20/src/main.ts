import { Component, CUSTOM_ELEMENTS_SCHEMA, provideZonelessChangeDetection, signal } from "@angular/core";
import { bootstrapApplication } from "@angular/platform-browser";
import type { Report } from "tirkeu";
import "tirkeu/element";

@Component({
  selector: "portal-root",
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <tirkeu-precheck lang="en" [visitDate]="day" [shareReport]="true" (tirkeu-report)="hear($event)">
      <p id="list">Bring your identity document.</p>
    </tirkeu-precheck>
    <button id="own">The portal's own</button>
    <pre id="report">{{ report() }}</pre>`,
})
class Portal {
  readonly day = "2026-12-01";
  readonly report = signal("");

  hear({ detail }: CustomEvent<{ report: Report }>): void {
    this.report.set(JSON.stringify(detail.report.unanswered));
  }
}

void bootstrapApplication(Portal, { providers: [provideZonelessChangeDetection()] });
