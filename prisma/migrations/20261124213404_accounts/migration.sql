-- CreateEnum
CREATE TYPE "MembershipSource" AS ENUM ('manual', 'identity_provider');

-- CreateEnum
CREATE TYPE "SignInMethod" AS ENUM ('password', 'link', 'identity_provider');

-- CreateEnum
CREATE TYPE "OneTimeLinkKind" AS ENUM ('invitation', 'reset');

-- AlterTable
ALTER TABLE "AuditEntry" ALTER COLUMN "municipalityId" DROP NOT NULL;

-- AlterTable
ALTER TABLE "Department" ADD COLUMN     "contact" TEXT;

-- AlterTable
ALTER TABLE "Membership" ADD COLUMN     "disabledAt" TIMESTAMPTZ(3),
ADD COLUMN     "source" "MembershipSource" NOT NULL DEFAULT 'manual';

-- AlterTable
ALTER TABLE "Municipality" ADD COLUMN     "approvalStep" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "feedbackEmail" TEXT,
ADD COLUMN     "languages" TEXT[] DEFAULT ARRAY['fi', 'sv', 'en']::TEXT[],
ADD COLUMN     "statement" JSONB;

-- AlterTable
ALTER TABLE "Session" ADD COLUMN     "idToken" TEXT,
ADD COLUMN     "method" "SignInMethod" NOT NULL,
ADD COLUMN     "userAgent" TEXT;

-- AlterTable
ALTER TABLE "User" DROP COLUMN "disabledAt",
ADD COLUMN     "contactEmail" TEXT,
ADD COLUMN     "lastSignInAt" TIMESTAMPTZ(3),
ADD COLUMN     "removedAt" TIMESTAMPTZ(3),
ALTER COLUMN "email" DROP NOT NULL;

-- CreateTable
CREATE TABLE "MunicipalityLogo" (
    "municipalityId" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "data" BYTEA NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "MunicipalityLogo_pkey" PRIMARY KEY ("municipalityId")
);

-- CreateTable
CREATE TABLE "OneTimeLink" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "kind" "OneTimeLinkKind" NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "OneTimeLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SignInFlow" (
    "browserHash" BYTEA NOT NULL,
    "state" TEXT NOT NULL,
    "nonce" TEXT NOT NULL,
    "codeVerifier" TEXT NOT NULL,
    "returnTo" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SignInFlow_pkey" PRIMARY KEY ("browserHash")
);

-- CreateTable
CREATE TABLE "IdentityMapping" (
    "id" UUID NOT NULL,
    "municipalityId" UUID NOT NULL,
    "claim" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "role" "MembershipRole" NOT NULL,
    "departmentId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "IdentityMapping_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RateLimit" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL,
    "expire" TIMESTAMPTZ(3),

    CONSTRAINT "RateLimit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "DemoMail" (
    "id" UUID NOT NULL,
    "to" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DemoMail_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "OneTimeLink_userId_idx" ON "OneTimeLink"("userId");

-- CreateIndex
CREATE INDEX "IdentityMapping_departmentId_municipalityId_idx" ON "IdentityMapping"("departmentId", "municipalityId");

-- CreateIndex
CREATE UNIQUE INDEX "IdentityMapping_municipalityId_claim_value_role_departmentI_key" ON "IdentityMapping"("municipalityId", "claim", "value", "role", "departmentId");

-- AddForeignKey
ALTER TABLE "MunicipalityLogo" ADD CONSTRAINT "MunicipalityLogo_municipalityId_fkey" FOREIGN KEY ("municipalityId") REFERENCES "Municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OneTimeLink" ADD CONSTRAINT "OneTimeLink_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IdentityMapping" ADD CONSTRAINT "IdentityMapping_municipalityId_fkey" FOREIGN KEY ("municipalityId") REFERENCES "Municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IdentityMapping" ADD CONSTRAINT "IdentityMapping_departmentId_municipalityId_fkey" FOREIGN KEY ("departmentId", "municipalityId") REFERENCES "Department"("id", "municipalityId") ON DELETE RESTRICT ON UPDATE CASCADE;
