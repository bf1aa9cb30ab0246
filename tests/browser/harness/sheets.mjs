// Sheets of the worked examples of the instrument's specification, by their names there, as answers documents.

/** @type {{[name: string]: {instrument: string, version: string, role: string, answers: {[item: string]: any}}}} */
export const SHEETS = {
  cio: {
    instrument: 'bt-synchronization', version: '1.0', role: 'cio', active_seconds: 540,
    answers: {
      DT1: 28, DT2: 20, DT3: 4, DT4: 3, DS1: 3, DS2: 3, DS3: 2, DS4: 3, DS5: 3,
      FT1: { keep: 35, requests: 25, process: 15, new: 10, foundations: 15 }, FT2: 3, FT3: 3, FT4: 4, FS1: 3, FS2: 3, FS3: 3, FS4: 4, FS5: 3,
      CT1: 4, CT2: 3, CT3: 4, CT4: 2, CS1: 3, CS2: 3, CS3: 3, CS4: 3, CS5: 3, P1: ['service', 'speed', 'cost', 'innovation', 'relevance'],
      P2: { cost: 3, speed: 2, innovation: 3, service: 4, relevance: 3 },
      P3: { keep: 25, requests: 15, process: 25, new: 20, foundations: 15 }, G1: 3, M1: 1, M2: 3, M3: 2, M4: 'cost',
    },
  },
  ceo: {
    instrument: 'bt-synchronization', version: '1.0', role: 'ceo',
    answers: {
      DT1: 30, DT2: 40, DT3: 4, DT4: 2, DS1: 2, DS2: 'dk', DS3: 1, DS4: 4, DS5: 2,
      FT1: { keep: 40, requests: 30, process: 10, new: 5, foundations: 15 }, FT2: 4, FT3: 4, FT4: 2, FS1: 2, FS2: 2, FS3: 2, FS4: 2,
      FS5: 'dk', CT1: 5, CT2: 4, CT3: 4, CT4: 2, CS1: 2, CS2: 2, CS3: 3, CS4: 3, CS5: 4,
      P1: ['speed', 'relevance', 'innovation', 'cost', 'service'], P2: { cost: 3, speed: 2, innovation: 2, service: 4, relevance: 2 },
      P3: { keep: 20, requests: 10, process: 25, new: 30, foundations: 15 }, G1: 2, M1: 2, M2: 'dk', M3: 3, M4: 'service',
    },
  },
  dont_know_heavy: {
    instrument: 'bt-synchronization', version: '1.0', role: 'ceo',
    answers: {
      DT1: 20, DT2: 'dk', DT3: 4, DT4: 3, DS1: 2, DS2: 'dk', DS3: 2, DS4: 'dk', DS5: 3,
      FT1: { keep: 39, requests: 26, process: 17, new: 8, foundations: 10 }, FT2: 'dk', FT3: 3, FT4: 3, FS1: 'dk', FS2: 2, FS3: 3, FS4: 3,
      FS5: 'dk', CT1: 'dk', CT2: 3, CT3: 4, CT4: 'dk', CS1: 3, CS2: 3, CS3: 2, CS4: 'dk', CS5: 3,
      P1: ['cost', 'speed', 'service', 'relevance', 'innovation'], P2: { cost: 3, speed: 'dk', innovation: null, service: 4, relevance: 2 },
      P3: 'dk', G1: 'dk',
    },
  },
  gate_5_lead: {
    instrument: 'bt-synchronization', version: '1.0', role: 'other',
    answers: {
      DT1: 10, DT2: 60, DT3: 5, DT4: 1, DS1: 4, DS2: 4, DS3: 5, DS4: 2, DS5: 4,
      FT1: { keep: 39, requests: 26, process: 17, new: 8, foundations: 10 }, FT2: 4, FT3: 4, FT4: 2, FS1: 5, FS2: 5, FS3: 5, FS4: 5, FS5: 1,
      CT1: 4, CT2: 4, CT3: 4, CT4: 2, CS1: 5, CS2: 5, CS3: 5, CS4: 5, CS5: 1, P1: ['speed', 'relevance', 'cost', 'service', 'innovation'],
      P2: { cost: 3, speed: 3, innovation: 3, service: 4, relevance: 3 },
      P3: { keep: 20, requests: 15, process: 25, new: 20, foundations: 20 }, G1: 3,
    },
  },
  states_lower: {
    instrument: 'bt-synchronization', version: '1.0', role: 'other',
    answers: {
      DT1: 45, DT2: 15, DT3: 2, DT4: 4, DS1: 2, DS2: 2, DS3: 3, DS4: 4, DS5: 2,
      FT1: { keep: 30, requests: 20, process: 25, new: 12, foundations: 13 }, FT2: 3, FT3: 2, FT4: 3, FS1: 4, FS2: 3, FS3: 4, FS4: 3, FS5: 2,
      CT1: 1, CT2: 1, CT3: 1, CT4: 5, CS1: 3, CS2: 4, CS3: 2, CS4: 3, CS5: 3, P1: ['speed', 'relevance', 'cost', 'service', 'innovation'],
      P2: { cost: 3, speed: 3, innovation: 3, service: 4, relevance: 3 },
      P3: { keep: 20, requests: 15, process: 25, new: 20, foundations: 20 }, G1: 3,
    },
  },
  all_best: {
    instrument: 'bt-synchronization', version: '1.0', role: 'cio',
    answers: {
      DT1: 60, DT2: 0, DT3: 1, DT4: 5, DS1: 5, DS2: 5, DS3: 5, DS4: 1, DS5: 5,
      FT1: { keep: 10, requests: 10, process: 30, new: 30, foundations: 20 }, FT2: 1, FT3: 1, FT4: 5, FS1: 5, FS2: 5, FS3: 5, FS4: 5, FS5: 1,
      CT1: 1, CT2: 1, CT3: 1, CT4: 5, CS1: 5, CS2: 5, CS3: 5, CS4: 5, CS5: 1, P1: ['speed', 'relevance', 'cost', 'service', 'innovation'],
      P2: { cost: 5, speed: 5, innovation: 5, service: 5, relevance: 5 },
      P3: { keep: 10, requests: 10, process: 30, new: 30, foundations: 20 }, G1: 5, M1: 5, M2: 5, M3: 5, M4: 'speed',
    },
  },
  nothing_answered: {
    instrument: 'bt-synchronization', version: '1.0', role: 'other',
    answers: {},
  },
}
