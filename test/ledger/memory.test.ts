import {openMemoryLedger} from '../../source/ledger/memory.ts';
import {describeLedger} from './contract.ts';

describeLedger('in memory', async () => openMemoryLedger());
