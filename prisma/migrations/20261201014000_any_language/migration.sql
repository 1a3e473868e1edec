-- A further language must not need a migration: the application knows which languages there are, and the database
-- only that each is named by two letters. The release before knows three and writes no other.

-- { fi, sv?, en?, … }: Finnish, and any other language. Null is the column's own affair; a JSON null is not a text.
CREATE OR REPLACE FUNCTION is_text(value jsonb, max integer) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE jsonb_typeof(value)
  WHEN 'object' THEN
    value ? 'fi'
    AND NOT EXISTS (
      SELECT FROM jsonb_each(value) AS own (language, phrase)
      WHERE own.language !~ '^[a-z]{2}$' OR is_phrase(own.phrase, max) IS NOT TRUE
    )
  ELSE value IS NULL
END;

ALTER TABLE "User"
  DROP CONSTRAINT "User_language_check",
  ADD CONSTRAINT "User_language_check" CHECK ("language" ~ '^[a-z]{2}$');

ALTER TABLE "Display"
  DROP CONSTRAINT "Display_language_check",
  ADD CONSTRAINT "Display_language_check" CHECK ("language" ~ '^[a-z]{2}$');

ALTER TABLE "Municipality"
  DROP CONSTRAINT "Municipality_languages_check",
  ADD CONSTRAINT "Municipality_languages_check" CHECK (
    "languages" IS NOT NULL
    AND array_to_string("languages", ',', '') ~ '^[a-z]{2}(,[a-z]{2})*$'
    AND 'fi' = ANY ("languages")
    AND cardinality("languages") <= 20
  );
