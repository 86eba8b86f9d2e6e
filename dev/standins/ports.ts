/** The n8n stand-in of `npm start`, as STANDINS_PORT has it by default; it knows where the others are. */
export const defaultStandinsUrl = 'http://127.0.0.1:4010';
