-- What must never be of rounds and what is written in them, whoever writes.

ALTER TABLE "Round"
  ADD CONSTRAINT "Round_closedAt_check" CHECK ("closedAt" IS NULL OR "state" = 'closed');

ALTER TABLE "RoundSnapshot"
  ADD CONSTRAINT "RoundSnapshot_number_check" CHECK ("number" >= 1);

ALTER TABLE "RoundReopening"
  ADD CONSTRAINT "RoundReopening_reason_check" CHECK (is_phrase("reason", 500)),
  ADD CONSTRAINT "RoundReopening_until_check" CHECK ("until" > "createdAt");

-- Once at a time for a department: two would end at two moments.
CREATE UNIQUE INDEX "RoundReopening_one_at_a_time" ON "RoundReopening" ("roundId", "departmentId") WHERE "endedAt" IS NULL;

ALTER TABLE "ReportRevision"
  ADD CONSTRAINT "ReportRevision_figures_check" CHECK (jsonb_typeof("figures") = 'array' AND jsonb_array_length("figures") <= 30);

-- As it was typed, with room for what is too long to be sent: nothing is cut.
ALTER TABLE "ReportDraft"
  ADD CONSTRAINT "ReportDraft_note_check" CHECK (char_length("note") <= 10000),
  ADD CONSTRAINT "ReportDraft_evidence_check" CHECK (char_length("evidence") <= 10000),
  ADD CONSTRAINT "ReportDraft_onBehalfOf_check" CHECK (char_length("onBehalfOf") <= 500),
  ADD CONSTRAINT "ReportDraft_figures_check" CHECK (jsonb_typeof("figures") = 'object' AND octet_length("figures"::text) <= 40000),
  ADD CONSTRAINT "ReportDraft_baseVersion_check" CHECK ("baseVersion" >= 0),
  ADD CONSTRAINT "ReportDraft_version_check" CHECK ("version" >= 1);

ALTER TABLE "ReportComment"
  ADD CONSTRAINT "ReportComment_text_check" CHECK (is_phrase("text", 2000));

ALTER TABLE "ReportVisit"
  ADD CONSTRAINT "ReportVisit_order_check" CHECK ("lastAt" >= "firstAt");

ALTER TABLE "Reminder"
  ADD CONSTRAINT "Reminder_recipient_check" CHECK ("recipient" ~ '^(user|contact):[0-9a-f-]{36}$'),
  ADD CONSTRAINT "Reminder_sentAt_check" CHECK ("sentAt" IS NULL OR "state" = 'sent');

ALTER TABLE "ReminderItem"
  ADD CONSTRAINT "ReminderItem_missing_check" CHECK ("missing" >= 0);
