-- What must never be of indicators, whoever writes.

-- A year, a month, a range of years or of months that goes forward. What was a period before is one still.
CREATE OR REPLACE FUNCTION is_period(value text) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
  WHEN value ~ '^\d{4}-(0[1-9]|1[0-2])/\d{4}-(0[1-9]|1[0-2])$'
    THEN left(value, 7) COLLATE "C" < right(value, 7) COLLATE "C"
  ELSE value ~ '^\d{4}(-(0[1-9]|1[0-2])|-\d{4})?$'
    AND (char_length(value) < 9 OR left(value, 4) COLLATE "C" < right(value, 4) COLLATE "C")
END;

ALTER TABLE "Indicator"
  ADD CONSTRAINT "Indicator_definition_check" CHECK (is_text("definition", 1000)),
  ADD CONSTRAINT "Indicator_sourceUrl_check" CHECK ("sourceUrl" ~ '^https?://[^\s<>"]+$' AND char_length("sourceUrl") <= 500),
  ADD CONSTRAINT "Indicator_licence_check" CHECK (is_phrase("licence", 100)),
  ADD CONSTRAINT "Indicator_regionName_check" CHECK (is_text("regionName", 120));

ALTER TABLE "IndicatorValue"
  ADD CONSTRAINT "IndicatorValue_source_check" CHECK (is_text("source", 300)),
  ADD CONSTRAINT "IndicatorValue_sourceId_check" CHECK (is_phrase("sourceId", 100)),
  ADD CONSTRAINT "IndicatorValue_licence_check" CHECK (is_phrase("licence", 100));

-- A target may be of a school year, and of a milestone it is a month or a day.
ALTER TABLE "IndicatorTarget"
  DROP CONSTRAINT "IndicatorTarget_period_check",
  ADD CONSTRAINT "IndicatorTarget_period_check" CHECK (is_period("period")),
  ADD CONSTRAINT "IndicatorTarget_milestone_check" CHECK ("milestone" ~ '^\d{4}-(0[1-9]|1[0-2])(-\d\d)?$'),
  ADD CONSTRAINT "IndicatorTarget_value_check" CHECK (num_nonnulls("number", "milestone") = 1);

ALTER TABLE "IndicatorBreak"
  ADD CONSTRAINT "IndicatorBreak_period_check" CHECK (is_period("period")),
  ADD CONSTRAINT "IndicatorBreak_note_check" CHECK (is_text("note", 500));
