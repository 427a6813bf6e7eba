import './flows/partners.flow.js';
import './flows/partners-webhooks.flow.js';
import './flows/partners-changes.flow.js';
import './flows/exchange.flow.js';
import './flows/exchange-volume.flow.js';
