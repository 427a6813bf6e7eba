import './flows/officer-item.flow.js';
import './flows/reply.flow.js';
import './flows/extension.flow.js';
import './flows/conduct.flow.js';
