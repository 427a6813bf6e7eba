import './flows/correspondence.flow.js';
import './flows/reminders.flow.js';
