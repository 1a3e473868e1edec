-- What must never be of accounts, whoever writes.

CREATE FUNCTION is_mail_address(value text) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN value = lower(value COLLATE "C") AND value ~ '^[^\s@]+@[^\s@]+$' AND char_length(value) <= 254;

ALTER TABLE "User"
  ADD CONSTRAINT "User_contactEmail_check" CHECK (char_length("contactEmail") <= 254),
  -- One way in: a password of ours, or an identity provider.
  ADD CONSTRAINT "User_way_in_check" CHECK ("passwordHash" IS NULL OR ("email" IS NOT NULL AND "issuer" IS NULL)),
  ADD CONSTRAINT "User_removed_check" CHECK (
    "removedAt" IS NULL
    OR ("email" IS NULL AND "contactEmail" IS NULL AND "passwordHash" IS NULL AND "issuer" IS NULL)
  );

ALTER TABLE "Membership"
  DROP CONSTRAINT "Membership_reporter_check",
  ADD CONSTRAINT "Membership_department_check" CHECK (("role" IN ('reporter', 'approver')) = ("departmentId" IS NOT NULL));

ALTER TABLE "Municipality"
  ADD CONSTRAINT "Municipality_languages_check" CHECK (
    "languages" IS NOT NULL AND "languages" <@ '{fi,sv,en}' AND 'fi' = ANY ("languages") AND cardinality("languages") <= 3
  ),
  ADD CONSTRAINT "Municipality_statement_check" CHECK (is_text("statement", 4000)),
  ADD CONSTRAINT "Municipality_feedbackEmail_check" CHECK (is_mail_address("feedbackEmail"));

ALTER TABLE "MunicipalityLogo"
  ADD CONSTRAINT "MunicipalityLogo_type_check" CHECK ("type" IN ('image/png', 'image/jpeg', 'image/webp')),
  ADD CONSTRAINT "MunicipalityLogo_data_check" CHECK (octet_length("data") BETWEEN 1 AND 122880),
  ADD CONSTRAINT "MunicipalityLogo_hash_check" CHECK ("hash" ~ '^[0-9a-f]{16}$');

ALTER TABLE "Department"
  ADD CONSTRAINT "Department_contact_check" CHECK (is_phrase("contact", 200));

ALTER TABLE "Session"
  ADD CONSTRAINT "Session_userAgent_check" CHECK (is_phrase("userAgent", 200)),
  ADD CONSTRAINT "Session_expiresAt_check" CHECK ("expiresAt" > "createdAt"),
  ADD CONSTRAINT "Session_idToken_check" CHECK ("idToken" IS NULL OR "method" = 'identity_provider');

ALTER TABLE "OneTimeLink"
  ADD CONSTRAINT "OneTimeLink_expiresAt_check" CHECK ("expiresAt" > "createdAt");

ALTER TABLE "SignInFlow"
  ADD CONSTRAINT "SignInFlow_browserHash_check" CHECK (octet_length("browserHash") = 32),
  ADD CONSTRAINT "SignInFlow_returnTo_check" CHECK ("returnTo" ~ '^/' AND "returnTo" !~ '^//' AND char_length("returnTo") <= 2000);

ALTER TABLE "IdentityMapping"
  ADD CONSTRAINT "IdentityMapping_claim_check" CHECK (is_phrase("claim", 100)),
  ADD CONSTRAINT "IdentityMapping_value_check" CHECK (is_phrase("value", 300)),
  ADD CONSTRAINT "IdentityMapping_version_check" CHECK ("version" >= 1),
  ADD CONSTRAINT "IdentityMapping_department_check" CHECK (("role" IN ('reporter', 'approver')) = ("departmentId" IS NOT NULL));

ALTER TABLE "RateLimit"
  ADD CONSTRAINT "RateLimit_key_check" CHECK (is_phrase("key", 200));

ALTER TABLE "DemoMail"
  ADD CONSTRAINT "DemoMail_to_check" CHECK (is_phrase("to", 254)),
  ADD CONSTRAINT "DemoMail_subject_check" CHECK (is_phrase("subject", 300)),
  ADD CONSTRAINT "DemoMail_text_check" CHECK (is_phrase("text", 20000));

-- Two rows that differ only in what they leave open are the same row twice.
DROP INDEX "IdentityMapping_municipalityId_claim_value_role_departmentI_key";
CREATE UNIQUE INDEX "IdentityMapping_municipalityId_claim_value_role_departmentI_key"
  ON "IdentityMapping" ("municipalityId", "claim", "value", "role", "departmentId") NULLS NOT DISTINCT;
DROP INDEX "AuditEntry_municipalityId_sequence_key";
CREATE UNIQUE INDEX "AuditEntry_municipalityId_sequence_key"
  ON "AuditEntry" ("municipalityId", "sequence") NULLS NOT DISTINCT;
