import './flows/figures.flow.js';
import './flows/supervision.flow.js';
