-- CreateEnum
CREATE TYPE "FindingState" AS ENUM ('draft', 'published');

-- AlterTable
ALTER TABLE "Finding" ADD COLUMN     "state" "FindingState" NOT NULL DEFAULT 'published';

-- AlterTable
ALTER TABLE "Indicator" ADD COLUMN     "countsPeople" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "definition" JSONB,
ADD COLUMN     "licence" TEXT,
ADD COLUMN     "regionName" JSONB,
ADD COLUMN     "sourceUrl" TEXT;

-- AlterTable
ALTER TABLE "IndicatorTarget" ADD COLUMN     "milestone" TEXT,
ALTER COLUMN "number" DROP NOT NULL;

-- AlterTable
ALTER TABLE "IndicatorValue" ADD COLUMN     "isUncertain" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "licence" TEXT,
ADD COLUMN     "source" JSONB,
ADD COLUMN     "sourceId" TEXT;

-- CreateTable
CREATE TABLE "IndicatorBreak" (
    "id" UUID NOT NULL,
    "municipalityId" UUID NOT NULL,
    "indicatorId" UUID NOT NULL,
    "period" TEXT NOT NULL,
    "note" JSONB NOT NULL,

    CONSTRAINT "IndicatorBreak_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "IndicatorBreak_indicatorId_municipalityId_idx" ON "IndicatorBreak"("indicatorId", "municipalityId");

-- CreateIndex
CREATE UNIQUE INDEX "IndicatorBreak_indicatorId_period_key" ON "IndicatorBreak"("indicatorId", "period");

-- CreateIndex
CREATE INDEX "IndicatorValue_indicatorId_ageGroup_idx" ON "IndicatorValue"("indicatorId", "ageGroup");

-- AddForeignKey
ALTER TABLE "IndicatorBreak" ADD CONSTRAINT "IndicatorBreak_indicatorId_municipalityId_fkey" FOREIGN KEY ("indicatorId", "municipalityId") REFERENCES "Indicator"("id", "municipalityId") ON DELETE CASCADE ON UPDATE CASCADE;
