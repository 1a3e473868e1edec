import audit from './audit.json';
import departmentManage from './department-manage.json';
import displayManage from './display-manage.json';
import identity from './identity.json';
import settings from './settings.json';

/** Words of the pages on which a municipality is administered. */
export const administration = { audit, departmentManage, displayManage, identity, settings };

export type AdministrationMessages = typeof administration;
