-- AlterTable
ALTER TABLE "ReportDraft" ADD COLUMN     "returnedAt" TIMESTAMPTZ(3);
