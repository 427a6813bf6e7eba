import './flows/officer.flow.js';
import './flows/officer-queue.flow.js';
import './flows/officer-desk.flow.js';
import './flows/officer-guards.flow.js';
