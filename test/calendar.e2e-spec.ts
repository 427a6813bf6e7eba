import './flows/calendar-change.flow.js';
import './flows/calendar-pages.flow.js';
import './flows/terms.flow.js';
