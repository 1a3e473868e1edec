-- What a draft makes new among what the plans of a municipality share belongs to it until it is published. And what
-- departments said no longer goes with a plan, measure, assignment or round that is deleted: the database refuses.

-- DropForeignKey
ALTER TABLE "Report" DROP CONSTRAINT "Report_assignmentId_municipalityId_fkey";

-- DropForeignKey
ALTER TABLE "Report" DROP CONSTRAINT "Report_roundId_municipalityId_fkey";

-- DropForeignKey
ALTER TABLE "ReportComment" DROP CONSTRAINT "ReportComment_assignmentId_municipalityId_fkey";

-- DropForeignKey
ALTER TABLE "ReportComment" DROP CONSTRAINT "ReportComment_roundId_municipalityId_fkey";

-- DropForeignKey
ALTER TABLE "ReportDraft" DROP CONSTRAINT "ReportDraft_assignmentId_municipalityId_fkey";

-- DropForeignKey
ALTER TABLE "ReportDraft" DROP CONSTRAINT "ReportDraft_roundId_municipalityId_fkey";

-- DropForeignKey
ALTER TABLE "RoundSnapshot" DROP CONSTRAINT "RoundSnapshot_roundId_municipalityId_fkey";

-- AlterTable
ALTER TABLE "Department" ADD COLUMN     "draftPlanId" UUID;

-- AlterTable
ALTER TABLE "Goal" ADD COLUMN     "draftPlanId" UUID;

-- AlterTable
ALTER TABLE "Indicator" ADD COLUMN     "draftPlanId" UUID;

-- AlterTable
ALTER TABLE "IndicatorSet" ADD COLUMN     "draftPlanId" UUID;

-- AlterTable
ALTER TABLE "TermMeasure" ADD COLUMN     "draftPlanId" UUID;

-- CreateIndex
CREATE INDEX "Department_draftPlanId_municipalityId_idx" ON "Department"("draftPlanId", "municipalityId");

-- CreateIndex
CREATE INDEX "Goal_draftPlanId_municipalityId_idx" ON "Goal"("draftPlanId", "municipalityId");

-- CreateIndex
CREATE INDEX "Indicator_draftPlanId_municipalityId_idx" ON "Indicator"("draftPlanId", "municipalityId");

-- CreateIndex
CREATE INDEX "IndicatorSet_draftPlanId_municipalityId_idx" ON "IndicatorSet"("draftPlanId", "municipalityId");

-- CreateIndex
CREATE INDEX "TermMeasure_draftPlanId_municipalityId_idx" ON "TermMeasure"("draftPlanId", "municipalityId");

-- AddForeignKey
ALTER TABLE "Department" ADD CONSTRAINT "Department_draftPlanId_municipalityId_fkey" FOREIGN KEY ("draftPlanId", "municipalityId") REFERENCES "Plan"("id", "municipalityId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Goal" ADD CONSTRAINT "Goal_draftPlanId_municipalityId_fkey" FOREIGN KEY ("draftPlanId", "municipalityId") REFERENCES "Plan"("id", "municipalityId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TermMeasure" ADD CONSTRAINT "TermMeasure_draftPlanId_municipalityId_fkey" FOREIGN KEY ("draftPlanId", "municipalityId") REFERENCES "Plan"("id", "municipalityId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IndicatorSet" ADD CONSTRAINT "IndicatorSet_draftPlanId_municipalityId_fkey" FOREIGN KEY ("draftPlanId", "municipalityId") REFERENCES "Plan"("id", "municipalityId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Indicator" ADD CONSTRAINT "Indicator_draftPlanId_municipalityId_fkey" FOREIGN KEY ("draftPlanId", "municipalityId") REFERENCES "Plan"("id", "municipalityId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_roundId_municipalityId_fkey" FOREIGN KEY ("roundId", "municipalityId") REFERENCES "Round"("id", "municipalityId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_assignmentId_municipalityId_fkey" FOREIGN KEY ("assignmentId", "municipalityId") REFERENCES "Assignment"("id", "municipalityId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportDraft" ADD CONSTRAINT "ReportDraft_roundId_municipalityId_fkey" FOREIGN KEY ("roundId", "municipalityId") REFERENCES "Round"("id", "municipalityId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportDraft" ADD CONSTRAINT "ReportDraft_assignmentId_municipalityId_fkey" FOREIGN KEY ("assignmentId", "municipalityId") REFERENCES "Assignment"("id", "municipalityId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportComment" ADD CONSTRAINT "ReportComment_roundId_municipalityId_fkey" FOREIGN KEY ("roundId", "municipalityId") REFERENCES "Round"("id", "municipalityId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportComment" ADD CONSTRAINT "ReportComment_assignmentId_municipalityId_fkey" FOREIGN KEY ("assignmentId", "municipalityId") REFERENCES "Assignment"("id", "municipalityId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoundSnapshot" ADD CONSTRAINT "RoundSnapshot_roundId_municipalityId_fkey" FOREIGN KEY ("roundId", "municipalityId") REFERENCES "Round"("id", "municipalityId") ON DELETE RESTRICT ON UPDATE CASCADE;
