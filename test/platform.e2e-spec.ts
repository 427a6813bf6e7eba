import './flows/database.flow.js';
import './flows/upgrade.flow.js';
import './flows/web-room.flow.js';
import './flows/web-sessions.flow.js';
