-- CreateEnum
CREATE TYPE "ReminderState" AS ENUM ('queued', 'sending', 'sent', 'skipped', 'failed');

-- DropIndex
DROP INDEX "RoundSnapshot_roundId_municipalityId_key";

-- AlterTable
ALTER TABLE "ReportRevision" ADD COLUMN     "approverId" UUID,
ADD COLUMN     "figures" JSONB NOT NULL DEFAULT '[]';

-- AlterTable
ALTER TABLE "Round" ADD COLUMN     "closedAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "RoundSnapshot" DROP CONSTRAINT "RoundSnapshot_pkey",
ADD COLUMN     "number" INTEGER NOT NULL DEFAULT 1,
ADD CONSTRAINT "RoundSnapshot_pkey" PRIMARY KEY ("roundId", "number");

-- CreateTable
CREATE TABLE "Reminder" (
    "id" UUID NOT NULL,
    "recipient" TEXT NOT NULL,
    "userId" UUID,
    "day" DATE NOT NULL,
    "state" "ReminderState" NOT NULL DEFAULT 'queued',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sentAt" TIMESTAMPTZ(3),

    CONSTRAINT "Reminder_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReminderItem" (
    "reminderId" UUID NOT NULL,
    "municipalityId" UUID NOT NULL,
    "roundId" UUID NOT NULL,
    "departmentId" UUID NOT NULL,
    "missing" INTEGER NOT NULL,
    "isManual" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "ReminderItem_pkey" PRIMARY KEY ("reminderId","roundId","departmentId")
);

-- CreateTable
CREATE TABLE "ReportDraft" (
    "id" UUID NOT NULL,
    "municipalityId" UUID NOT NULL,
    "roundId" UUID NOT NULL,
    "assignmentId" UUID NOT NULL,
    "authorId" UUID NOT NULL,
    "progress" "Progress",
    "note" TEXT NOT NULL DEFAULT '',
    "evidence" TEXT NOT NULL DEFAULT '',
    "figures" JSONB NOT NULL DEFAULT '{}',
    "confirmed" BOOLEAN NOT NULL DEFAULT false,
    "onBehalfOf" TEXT NOT NULL DEFAULT '',
    "baseVersion" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sentAt" TIMESTAMPTZ(3),

    CONSTRAINT "ReportDraft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReportComment" (
    "id" UUID NOT NULL,
    "municipalityId" UUID NOT NULL,
    "roundId" UUID NOT NULL,
    "assignmentId" UUID NOT NULL,
    "authorId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ReportComment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReportVisit" (
    "municipalityId" UUID NOT NULL,
    "roundId" UUID NOT NULL,
    "departmentId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "firstAt" TIMESTAMPTZ(3) NOT NULL,
    "lastAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ReportVisit_pkey" PRIMARY KEY ("roundId","departmentId","userId")
);

-- CreateTable
CREATE TABLE "RoundReopening" (
    "id" UUID NOT NULL,
    "municipalityId" UUID NOT NULL,
    "roundId" UUID NOT NULL,
    "departmentId" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "authorId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "RoundReopening_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Reminder_userId_idx" ON "Reminder"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "Reminder_recipient_day_key" ON "Reminder"("recipient", "day");

-- CreateIndex
CREATE INDEX "ReminderItem_roundId_municipalityId_idx" ON "ReminderItem"("roundId", "municipalityId");

-- CreateIndex
CREATE INDEX "ReminderItem_departmentId_municipalityId_idx" ON "ReminderItem"("departmentId", "municipalityId");

-- CreateIndex
CREATE INDEX "ReportDraft_roundId_municipalityId_idx" ON "ReportDraft"("roundId", "municipalityId");

-- CreateIndex
CREATE INDEX "ReportDraft_assignmentId_municipalityId_idx" ON "ReportDraft"("assignmentId", "municipalityId");

-- CreateIndex
CREATE INDEX "ReportDraft_authorId_idx" ON "ReportDraft"("authorId");

-- CreateIndex
CREATE UNIQUE INDEX "ReportDraft_roundId_assignmentId_authorId_key" ON "ReportDraft"("roundId", "assignmentId", "authorId");

-- CreateIndex
CREATE INDEX "ReportComment_roundId_municipalityId_idx" ON "ReportComment"("roundId", "municipalityId");

-- CreateIndex
CREATE INDEX "ReportComment_assignmentId_municipalityId_idx" ON "ReportComment"("assignmentId", "municipalityId");

-- CreateIndex
CREATE INDEX "ReportComment_authorId_idx" ON "ReportComment"("authorId");

-- CreateIndex
CREATE INDEX "ReportVisit_roundId_municipalityId_idx" ON "ReportVisit"("roundId", "municipalityId");

-- CreateIndex
CREATE INDEX "ReportVisit_departmentId_municipalityId_idx" ON "ReportVisit"("departmentId", "municipalityId");

-- CreateIndex
CREATE INDEX "ReportVisit_userId_idx" ON "ReportVisit"("userId");

-- CreateIndex
CREATE INDEX "RoundReopening_roundId_municipalityId_idx" ON "RoundReopening"("roundId", "municipalityId");

-- CreateIndex
CREATE INDEX "RoundReopening_departmentId_municipalityId_idx" ON "RoundReopening"("departmentId", "municipalityId");

-- CreateIndex
CREATE INDEX "RoundReopening_authorId_idx" ON "RoundReopening"("authorId");

-- CreateIndex
CREATE INDEX "ReportRevision_approverId_idx" ON "ReportRevision"("approverId");

-- CreateIndex
CREATE INDEX "RoundSnapshot_roundId_municipalityId_idx" ON "RoundSnapshot"("roundId", "municipalityId");

-- AddForeignKey
ALTER TABLE "Reminder" ADD CONSTRAINT "Reminder_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReminderItem" ADD CONSTRAINT "ReminderItem_reminderId_fkey" FOREIGN KEY ("reminderId") REFERENCES "Reminder"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReminderItem" ADD CONSTRAINT "ReminderItem_roundId_municipalityId_fkey" FOREIGN KEY ("roundId", "municipalityId") REFERENCES "Round"("id", "municipalityId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReminderItem" ADD CONSTRAINT "ReminderItem_departmentId_municipalityId_fkey" FOREIGN KEY ("departmentId", "municipalityId") REFERENCES "Department"("id", "municipalityId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportRevision" ADD CONSTRAINT "ReportRevision_approverId_fkey" FOREIGN KEY ("approverId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportDraft" ADD CONSTRAINT "ReportDraft_roundId_municipalityId_fkey" FOREIGN KEY ("roundId", "municipalityId") REFERENCES "Round"("id", "municipalityId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportDraft" ADD CONSTRAINT "ReportDraft_assignmentId_municipalityId_fkey" FOREIGN KEY ("assignmentId", "municipalityId") REFERENCES "Assignment"("id", "municipalityId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportDraft" ADD CONSTRAINT "ReportDraft_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportComment" ADD CONSTRAINT "ReportComment_roundId_municipalityId_fkey" FOREIGN KEY ("roundId", "municipalityId") REFERENCES "Round"("id", "municipalityId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportComment" ADD CONSTRAINT "ReportComment_assignmentId_municipalityId_fkey" FOREIGN KEY ("assignmentId", "municipalityId") REFERENCES "Assignment"("id", "municipalityId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportComment" ADD CONSTRAINT "ReportComment_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportVisit" ADD CONSTRAINT "ReportVisit_roundId_municipalityId_fkey" FOREIGN KEY ("roundId", "municipalityId") REFERENCES "Round"("id", "municipalityId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportVisit" ADD CONSTRAINT "ReportVisit_departmentId_municipalityId_fkey" FOREIGN KEY ("departmentId", "municipalityId") REFERENCES "Department"("id", "municipalityId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportVisit" ADD CONSTRAINT "ReportVisit_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoundReopening" ADD CONSTRAINT "RoundReopening_roundId_municipalityId_fkey" FOREIGN KEY ("roundId", "municipalityId") REFERENCES "Round"("id", "municipalityId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoundReopening" ADD CONSTRAINT "RoundReopening_departmentId_municipalityId_fkey" FOREIGN KEY ("departmentId", "municipalityId") REFERENCES "Department"("id", "municipalityId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoundReopening" ADD CONSTRAINT "RoundReopening_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
