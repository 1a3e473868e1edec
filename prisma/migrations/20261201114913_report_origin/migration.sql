-- Where an answer came from. An answer without an author was loaded with a plan's document: nobody gave it in the
-- product. The former release writes answers of departments only, which is the default.
CREATE TYPE "ReportOrigin" AS ENUM ('department', 'document');

ALTER TABLE "Report" ADD COLUMN "origin" "ReportOrigin" NOT NULL DEFAULT 'department';

UPDATE "Report" SET "origin" = 'document' WHERE "authorId" IS NULL;
