-- AlterTable
ALTER TABLE "ReportDraft" ADD COLUMN     "figureVersions" JSONB;


ALTER TABLE "ReportDraft"
  ADD CONSTRAINT "ReportDraft_figureVersions_check" CHECK (jsonb_typeof("figureVersions") = 'object' AND octet_length("figureVersions"::text) <= 40000);
