import './flows/officer-bulk.flow.js';
import './flows/staff-intake.flow.js';
import './flows/duplicates.flow.js';
