-- What must never be, whoever writes. The bounds are those of the interchange format.

-- Bodies in this form are bound when they are made: a restore, which empties the search path, finds them.
CREATE FUNCTION is_phrase(value text, max integer) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN char_length(value) <= max AND value ~ '\S';

CREATE FUNCTION is_phrases(value text[], max integer, most integer) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN value IS NOT NULL
  AND cardinality(value) <= most
  AND NOT EXISTS (SELECT FROM unnest(value) AS item WHERE is_phrase(item, max) IS NOT TRUE);

CREATE FUNCTION is_phrase(value jsonb, max integer) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN jsonb_typeof(value) = 'string' AND is_phrase(value #>> '{}', max);

-- { fi, sv?, en? }. Null is the column's own affair; a JSON null is not a text.
CREATE FUNCTION is_text(value jsonb, max integer) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE jsonb_typeof(value)
  WHEN 'object' THEN
    value - '{fi,sv,en}'::text[] = '{}'::jsonb
    AND value ? 'fi'
    AND is_phrase(value -> 'fi', max)
    AND (NOT value ? 'sv' OR is_phrase(value -> 'sv', max))
    AND (NOT value ? 'en' OR is_phrase(value -> 'en', max))
  ELSE value IS NULL
END;

CREATE FUNCTION is_texts(value jsonb, max integer, most integer) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE jsonb_typeof(value)
  WHEN 'array' THEN
    jsonb_array_length(value) <= most
    AND NOT EXISTS (SELECT FROM jsonb_array_elements(value) AS item WHERE is_text(item, max) IS NOT TRUE)
  ELSE value IS NULL
END;

CREATE FUNCTION is_slug(value text) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN char_length(value) <= 60 AND value ~ '^[a-z0-9]+(-[a-z0-9]+)*$';

-- A year, a month, or a range of years that goes forward.
CREATE FUNCTION is_period(value text) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN value ~ '^\d{4}(-(0[1-9]|1[0-2])|-\d{4})?$'
  AND (char_length(value) < 9 OR left(value, 4) COLLATE "C" < right(value, 4) COLLATE "C");

ALTER TABLE "Municipality"
  ADD CONSTRAINT "Municipality_slug_check" CHECK (is_slug("slug")),
  ADD CONSTRAINT "Municipality_code_check" CHECK ("code" ~ '^\d{3}$'),
  ADD CONSTRAINT "Municipality_name_check" CHECK (is_text("name", 120)),
  ADD CONSTRAINT "Municipality_version_check" CHECK ("version" >= 1);

ALTER TABLE "CouncilTerm"
  ADD CONSTRAINT "CouncilTerm_startYear_check" CHECK ("startYear" BETWEEN 2000 AND 2100),
  ADD CONSTRAINT "CouncilTerm_endYear_check" CHECK ("endYear" BETWEEN 2000 AND 2100),
  ADD CONSTRAINT "CouncilTerm_years_check" CHECK ("endYear" >= "startYear"),
  ADD CONSTRAINT "CouncilTerm_version_check" CHECK ("version" >= 1);

ALTER TABLE "Plan"
  ADD CONSTRAINT "Plan_year_check" CHECK ("year" BETWEEN 2000 AND 2100),
  ADD CONSTRAINT "Plan_focus_check" CHECK (is_texts("focus", 200, 10)),
  ADD CONSTRAINT "Plan_source_check" CHECK (is_text("source", 300)),
  ADD CONSTRAINT "Plan_revision_check" CHECK ("revision" >= 1),
  ADD CONSTRAINT "Plan_version_check" CHECK ("version" >= 1);

ALTER TABLE "Goal"
  ADD CONSTRAINT "Goal_order_check" CHECK ("order" >= 0),
  ADD CONSTRAINT "Goal_slug_check" CHECK (is_slug("slug")),
  ADD CONSTRAINT "Goal_shortName_check" CHECK (is_text("shortName", 60)),
  ADD CONSTRAINT "Goal_name_check" CHECK (is_text("name", 200)),
  ADD CONSTRAINT "Goal_version_check" CHECK ("version" >= 1);

ALTER TABLE "TermMeasure"
  ADD CONSTRAINT "TermMeasure_order_check" CHECK ("order" >= 0),
  ADD CONSTRAINT "TermMeasure_code_check" CHECK (is_slug("code")),
  ADD CONSTRAINT "TermMeasure_text_check" CHECK (is_text("text", 4000)),
  ADD CONSTRAINT "TermMeasure_partiesText_check" CHECK (is_text("partiesText", 500)),
  ADD CONSTRAINT "TermMeasure_version_check" CHECK ("version" >= 1);

ALTER TABLE "TermIndicator"
  ADD CONSTRAINT "TermIndicator_order_check" CHECK ("order" >= 0);

ALTER TABLE "GoalIndicator"
  ADD CONSTRAINT "GoalIndicator_order_check" CHECK ("order" >= 0);

ALTER TABLE "Department"
  ADD CONSTRAINT "Department_order_check" CHECK ("order" >= 0),
  ADD CONSTRAINT "Department_slug_check" CHECK (is_slug("slug")),
  ADD CONSTRAINT "Department_name_check" CHECK (is_text("name", 120)),
  ADD CONSTRAINT "Department_shortName_check" CHECK (is_text("shortName", 60)),
  ADD CONSTRAINT "Department_aliases_check" CHECK (is_phrases("aliases", 120, 20)),
  ADD CONSTRAINT "Department_successor_check" CHECK ("successorId" <> "id"),
  ADD CONSTRAINT "Department_valid_check" CHECK ("validTo" >= "validFrom"),
  ADD CONSTRAINT "Department_version_check" CHECK ("version" >= 1);

ALTER TABLE "IndicatorSet"
  ADD CONSTRAINT "IndicatorSet_order_check" CHECK ("order" >= 0),
  ADD CONSTRAINT "IndicatorSet_slug_check" CHECK (is_slug("slug")),
  ADD CONSTRAINT "IndicatorSet_name_check" CHECK (is_text("name", 200)),
  ADD CONSTRAINT "IndicatorSet_version_check" CHECK ("version" >= 1);

ALTER TABLE "Indicator"
  ADD CONSTRAINT "Indicator_order_check" CHECK ("order" >= 0),
  ADD CONSTRAINT "Indicator_slug_check" CHECK (is_slug("slug")),
  ADD CONSTRAINT "Indicator_name_check" CHECK (is_text("name", 200)),
  ADD CONSTRAINT "Indicator_unit_check" CHECK (is_text("unit", 40)),
  ADD CONSTRAINT "Indicator_decimals_check" CHECK ("decimals" BETWEEN 0 AND 6),
  ADD CONSTRAINT "Indicator_source_check" CHECK (is_text("source", 300)),
  ADD CONSTRAINT "Indicator_sourceId_check" CHECK (is_phrase("sourceId", 100)),
  ADD CONSTRAINT "Indicator_version_check" CHECK ("version" >= 1);

ALTER TABLE "IndicatorValue"
  ADD CONSTRAINT "IndicatorValue_order_check" CHECK ("order" >= 0),
  ADD CONSTRAINT "IndicatorValue_period_check" CHECK (is_period("period")),
  ADD CONSTRAINT "IndicatorValue_number_check" CHECK ("number" BETWEEN -999999999999 AND 999999999999),
  ADD CONSTRAINT "IndicatorValue_milestone_check" CHECK ("milestone" ~ '^\d{4}-(0[1-9]|1[0-2])(-\d\d)?$'),
  ADD CONSTRAINT "IndicatorValue_text_check" CHECK (is_text("text", 500)),
  ADD CONSTRAINT "IndicatorValue_note_check" CHECK (is_text("note", 500)),
  ADD CONSTRAINT "IndicatorValue_value_check" CHECK (num_nonnulls("number", "yesNo", "milestone", "trend", "text") = CASE WHEN "isMissing" THEN 0 ELSE 1 END
    AND ("isMissing" OR CASE "kind"
      WHEN 'number' THEN "number" IS NOT NULL
      WHEN 'yes_no' THEN "yesNo" IS NOT NULL
      WHEN 'milestone' THEN "milestone" IS NOT NULL
      WHEN 'trend' THEN "trend" IS NOT NULL
      WHEN 'text' THEN "text" IS NOT NULL
    END)),
  ADD CONSTRAINT "IndicatorValue_version_check" CHECK ("version" >= 1);

ALTER TABLE "IndicatorTarget"
  ADD CONSTRAINT "IndicatorTarget_period_check" CHECK ("period" ~ '^\d{4}$'),
  ADD CONSTRAINT "IndicatorTarget_number_check" CHECK ("number" BETWEEN -999999999999 AND 999999999999),
  ADD CONSTRAINT "IndicatorTarget_version_check" CHECK ("version" >= 1);

ALTER TABLE "Measure"
  ADD CONSTRAINT "Measure_order_check" CHECK ("order" >= 0),
  ADD CONSTRAINT "Measure_code_check" CHECK (is_slug("code")),
  ADD CONSTRAINT "Measure_title_check" CHECK (is_text("title", 80)),
  ADD CONSTRAINT "Measure_officialText_check" CHECK (is_text("officialText", 4000)),
  ADD CONSTRAINT "Measure_version_check" CHECK ("version" >= 1);

ALTER TABLE "Assignment"
  ADD CONSTRAINT "Assignment_order_check" CHECK ("order" >= 0),
  ADD CONSTRAINT "Assignment_version_check" CHECK ("version" >= 1);

ALTER TABLE "MeasureIndicator"
  ADD CONSTRAINT "MeasureIndicator_order_check" CHECK ("order" >= 0);

ALTER TABLE "MeasureIndicatorSet"
  ADD CONSTRAINT "MeasureIndicatorSet_order_check" CHECK ("order" >= 0);

ALTER TABLE "Round"
  ADD CONSTRAINT "Round_order_check" CHECK ("order" >= 0),
  ADD CONSTRAINT "Round_slug_check" CHECK (is_slug("slug")),
  ADD CONSTRAINT "Round_name_check" CHECK (is_text("name", 120)),
  ADD CONSTRAINT "Round_periodAssessed_check" CHECK (is_text("periodAssessed", 60)),
  ADD CONSTRAINT "Round_dates_check" CHECK ("state" = 'closed' OR ("opensAt" IS NOT NULL AND "closesAt" IS NOT NULL)),
  ADD CONSTRAINT "Round_closes_check" CHECK ("closesAt" > "opensAt"),
  ADD CONSTRAINT "Round_decision_check" CHECK (("decisionDate" IS NULL) = ("decisionSection" IS NULL)),
  ADD CONSTRAINT "Round_decisionSection_check" CHECK (is_phrase("decisionSection", 40)),
  ADD CONSTRAINT "Round_version_check" CHECK ("version" >= 1);

ALTER TABLE "RoundSnapshot"
  ADD CONSTRAINT "RoundSnapshot_hash_check" CHECK (octet_length("hash") = 32);

ALTER TABLE "Report"
  ADD CONSTRAINT "Report_note_check" CHECK (is_text("note", 2000)),
  ADD CONSTRAINT "Report_evidence_check" CHECK (is_text("evidence", 2000)),
  ADD CONSTRAINT "Report_confirmed_check" CHECK (NOT "confirmed" OR "progress" IS NOT NULL),
  ADD CONSTRAINT "Report_onBehalfOf_check" CHECK (is_phrase("onBehalfOf", 120)),
  ADD CONSTRAINT "Report_version_check" CHECK ("version" >= 1);

ALTER TABLE "ReportRevision"
  ADD CONSTRAINT "ReportRevision_note_check" CHECK (is_text("note", 2000)),
  ADD CONSTRAINT "ReportRevision_evidence_check" CHECK (is_text("evidence", 2000)),
  ADD CONSTRAINT "ReportRevision_confirmed_check" CHECK (NOT "confirmed" OR "progress" IS NOT NULL),
  ADD CONSTRAINT "ReportRevision_onBehalfOf_check" CHECK (is_phrase("onBehalfOf", 120)),
  ADD CONSTRAINT "ReportRevision_version_check" CHECK ("version" >= 1);

ALTER TABLE "Finding"
  ADD CONSTRAINT "Finding_order_check" CHECK ("order" >= 0),
  ADD CONSTRAINT "Finding_slug_check" CHECK (is_slug("slug")),
  ADD CONSTRAINT "Finding_text_check" CHECK (is_text("text", 600)),
  ADD CONSTRAINT "Finding_period_check" CHECK (is_period("period")),
  ADD CONSTRAINT "Finding_ageGroups_check" CHECK ("ageGroups" IS NOT NULL AND cardinality("ageGroups") <= 4 AND array_position("ageGroups", NULL) IS NULL),
  ADD CONSTRAINT "Finding_version_check" CHECK ("version" >= 1);

ALTER TABLE "FindingIndicator"
  ADD CONSTRAINT "FindingIndicator_order_check" CHECK ("order" >= 0);

ALTER TABLE "FindingMeasure"
  ADD CONSTRAINT "FindingMeasure_order_check" CHECK ("order" >= 0);

ALTER TABLE "User"
  ADD CONSTRAINT "User_email_check" CHECK ("email" = lower("email" COLLATE "C") AND "email" ~ '^[^\s@]+@[^\s@]+$' AND char_length("email") <= 254),
  ADD CONSTRAINT "User_displayName_check" CHECK (is_phrase("displayName", 120)),
  ADD CONSTRAINT "User_language_check" CHECK ("language" IN ('fi', 'sv', 'en')),
  ADD CONSTRAINT "User_passwordHash_check" CHECK ("passwordHash" LIKE '$argon2id$%'),
  ADD CONSTRAINT "User_identity_check" CHECK (("issuer" IS NULL) = ("subject" IS NULL)),
  ADD CONSTRAINT "User_version_check" CHECK ("version" >= 1);

ALTER TABLE "Membership"
  ADD CONSTRAINT "Membership_reporter_check" CHECK ("role" <> 'reporter' OR "departmentId" IS NOT NULL),
  ADD CONSTRAINT "Membership_version_check" CHECK ("version" >= 1);

ALTER TABLE "Session"
  ADD CONSTRAINT "Session_tokenHash_check" CHECK (octet_length("tokenHash") = 32);

ALTER TABLE "Display"
  ADD CONSTRAINT "Display_room_check" CHECK (is_phrase("room", 120)),
  ADD CONSTRAINT "Display_tokenHash_check" CHECK (octet_length("tokenHash") = 32),
  ADD CONSTRAINT "Display_version_check" CHECK ("version" >= 1);

ALTER TABLE "AuditEntry"
  ADD CONSTRAINT "AuditEntry_sequence_check" CHECK ("sequence" >= 1),
  ADD CONSTRAINT "AuditEntry_action_check" CHECK (is_phrase("action", 100)),
  ADD CONSTRAINT "AuditEntry_subject_check" CHECK (is_phrase("subject", 200)),
  ADD CONSTRAINT "AuditEntry_previousHash_check" CHECK (octet_length("previousHash") = 32),
  ADD CONSTRAINT "AuditEntry_hash_check" CHECK (octet_length("hash") = 32);

-- Two rows that differ only in what they leave open are the same row twice.
DROP INDEX "IndicatorValue_indicatorId_period_ageGroup_sex_area_key";
CREATE UNIQUE INDEX "IndicatorValue_indicatorId_period_ageGroup_sex_area_key"
  ON "IndicatorValue" ("indicatorId", "period", "ageGroup", "sex", "area") NULLS NOT DISTINCT;
DROP INDEX "Membership_userId_municipalityId_role_departmentId_key";
CREATE UNIQUE INDEX "Membership_userId_municipalityId_role_departmentId_key"
  ON "Membership" ("userId", "municipalityId", "role", "departmentId") NULLS NOT DISTINCT;
