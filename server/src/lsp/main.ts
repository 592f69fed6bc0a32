import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { createInfService } from '../index.js';
import { startServer } from './server.js';

// The transport stands on the command line: --stdio, --node-ipc, --socket=PORT or --pipe=NAME.
startServer(createConnection(ProposedFeatures.all), createInfService());
