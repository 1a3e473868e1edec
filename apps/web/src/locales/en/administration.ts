import type { AdministrationMessages } from '../fi/administration.ts';
import audit from './audit.json';
import departmentManage from './department-manage.json';
import displayManage from './display-manage.json';
import identity from './identity.json';
import settings from './settings.json';

export const administration: AdministrationMessages = { audit, departmentManage, displayManage, identity, settings };
