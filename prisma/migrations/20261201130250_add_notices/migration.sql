-- CreateEnum
CREATE TYPE "NoticeKind" AS ENUM ('round_opened', 'round_extended', 'round_reopened', 'answer_waiting', 'answer_returned', 'comment_written');

-- CreateEnum
CREATE TYPE "MailTopic" AS ENUM ('rounds', 'answers', 'comments');

-- AlterTable
ALTER TABLE "User" ADD COLUMN     "mutedMails" "MailTopic"[] DEFAULT ARRAY[]::"MailTopic"[];

-- CreateTable
CREATE TABLE "Notice" (
    "id" UUID NOT NULL,
    "municipalityId" UUID NOT NULL,
    "roundId" UUID NOT NULL,
    "departmentId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "kind" "NoticeKind" NOT NULL,
    "assignmentId" UUID,
    "commentId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "tellAt" TIMESTAMPTZ(3) NOT NULL,
    "isUrgent" BOOLEAN NOT NULL,
    "toldIn" UUID,
    "readAt" TIMESTAMPTZ(3),

    CONSTRAINT "Notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NoticeMail" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "jobId" TEXT NOT NULL,
    "state" "ReminderState" NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "sentAt" TIMESTAMPTZ(3),

    CONSTRAINT "NoticeMail_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Notice_userId_toldIn_idx" ON "Notice"("userId", "toldIn");

-- CreateIndex
CREATE INDEX "Notice_toldIn_idx" ON "Notice"("toldIn");

-- CreateIndex
CREATE INDEX "Notice_roundId_municipalityId_idx" ON "Notice"("roundId", "municipalityId");

-- CreateIndex
CREATE INDEX "Notice_departmentId_municipalityId_idx" ON "Notice"("departmentId", "municipalityId");

-- CreateIndex
CREATE INDEX "Notice_assignmentId_municipalityId_idx" ON "Notice"("assignmentId", "municipalityId");

-- CreateIndex
CREATE INDEX "Notice_commentId_municipalityId_idx" ON "Notice"("commentId", "municipalityId");

-- CreateIndex
CREATE INDEX "NoticeMail_userId_createdAt_idx" ON "NoticeMail"("userId", "createdAt");

-- CreateIndex
CREATE INDEX "NoticeMail_jobId_idx" ON "NoticeMail"("jobId");

-- CreateIndex
CREATE UNIQUE INDEX "ReportComment_id_municipalityId_key" ON "ReportComment"("id", "municipalityId");

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_roundId_municipalityId_fkey" FOREIGN KEY ("roundId", "municipalityId") REFERENCES "Round"("id", "municipalityId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_departmentId_municipalityId_fkey" FOREIGN KEY ("departmentId", "municipalityId") REFERENCES "Department"("id", "municipalityId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_assignmentId_municipalityId_fkey" FOREIGN KEY ("assignmentId", "municipalityId") REFERENCES "Assignment"("id", "municipalityId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_commentId_municipalityId_fkey" FOREIGN KEY ("commentId", "municipalityId") REFERENCES "ReportComment"("id", "municipalityId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NoticeMail" ADD CONSTRAINT "NoticeMail_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What a schema cannot say.
alter table "Notice" add constraint "Notice_about_check" check ("assignmentId" is not null or kind in ('round_opened', 'round_extended', 'round_reopened'));
alter table "Notice" add constraint "Notice_comment_check" check (kind <> 'comment_written' or "commentId" is not null);
alter table "NoticeMail" add constraint "NoticeMail_sentAt_check" check ("sentAt" is null or state = 'sent');
