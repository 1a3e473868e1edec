-- AlterTable
ALTER TABLE "Reminder" ADD COLUMN     "addressKey" TEXT;

-- CreateIndex
CREATE UNIQUE INDEX "Reminder_addressKey_day_key" ON "Reminder"("addressKey", "day");


ALTER TABLE "Reminder"
  ADD CONSTRAINT "Reminder_addressKey_check" CHECK ("addressKey" ~ '^[0-9a-f]{64}$');
