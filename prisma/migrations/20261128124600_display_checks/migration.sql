-- What must never be of screens and decisions, whoever writes.

ALTER TABLE "Display"
  ADD CONSTRAINT "Display_scenes_check" CHECK ("scenes" IS NOT NULL AND cardinality("scenes") BETWEEN 1 AND 6),
  ADD CONSTRAINT "Display_seconds_check" CHECK ("seconds" BETWEEN 10 AND 120),
  ADD CONSTRAINT "Display_night_check" CHECK (
    ("nightFrom" IS NULL) = ("nightTo" IS NULL)
    AND "nightFrom" ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'
    AND "nightTo" ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'
  ),
  ADD CONSTRAINT "Display_language_check" CHECK ("language" IN ('fi', 'sv', 'en')),
  ADD CONSTRAINT "Display_year_check" CHECK ("year" BETWEEN 2000 AND 2099),
  ADD CONSTRAINT "Display_presenter_check" CHECK (jsonb_typeof("presenter") = 'object' AND octet_length("presenter"::text) <= 1000);

ALTER TABLE "DisplayPairing"
  ADD CONSTRAINT "DisplayPairing_code_check" CHECK ("code" ~ '^[2-9A-HJKMNP-TW-Z]{8}$'),
  ADD CONSTRAINT "DisplayPairing_tokenHash_check" CHECK (octet_length("tokenHash") = 32),
  ADD CONSTRAINT "DisplayPairing_expiresAt_check" CHECK ("expiresAt" > "createdAt");

ALTER TABLE "MeasureDecision"
  ADD CONSTRAINT "MeasureDecision_measureCode_check" CHECK (is_slug("measureCode")),
  ADD CONSTRAINT "MeasureDecision_text_check" CHECK (is_phrase("text", 2000)),
  ADD CONSTRAINT "MeasureDecision_meeting_check" CHECK (is_phrase("meeting", 120)),
  ADD CONSTRAINT "MeasureDecision_version_check" CHECK ("version" >= 1);
