/** English names in the month that a starting input folder holds: everybody in it is invented. */
export const EXAMPLE = {
  provider: {
    name: 'Example Customer Service Ltd',
    tax_id: '91330100EXAMPLE001',
    address: '18 Example Road, Hangzhou',
    bank_name: 'Example Bank, Hangzhou branch',
    bank_account: '1202 0000 0000 0000 001',
  },
  merchants: {
    M01: 'Cloudrest Tea',
    M02: 'Shiguang Fashion',
    M03: 'Little Wood Shoes',
    M04: 'Harbour Books',
    M05: 'Night Owl Pets',
    M06: 'Pathfinder Outdoor',
    M07: 'Morning Kitchen',
  },
  agents: { A1: 'Anna', A2: 'Ben', A3: 'Chloe', A4: 'Dan' },
  shifts: { day: 'day', evening: 'evening' },
  event: 'Autumn sale',
  holiday: 'statutory_holiday',
  terms: 'net 30',
};
