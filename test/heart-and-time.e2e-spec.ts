import './flows/heart.flow.js';
import './flows/office-steps.flow.js';
import './flows/concurrent-pairs.flow.js';
import './flows/time.flow.js';
