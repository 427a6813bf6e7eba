import y2018 from './seed/2018.json' with { type: 'json' };
import y2019 from './seed/2019.json' with { type: 'json' };
import y2020 from './seed/2020.json' with { type: 'json' };
import y2021 from './seed/2021.json' with { type: 'json' };
import y2022 from './seed/2022.json' with { type: 'json' };
import y2023 from './seed/2023.json' with { type: 'json' };
import y2024 from './seed/2024.json' with { type: 'json' };
import y2025 from './seed/2025.json' with { type: 'json' };
import y2026 from './seed/2026.json' with { type: 'json' };
import y2027 from './seed/2027.json' with { type: 'json' };
import { parseYearPlans, type YearPlan } from './year-plan.js';

/** The calendar a fresh installation starts with; imported, so that the build carries the files along. */
export function seedYears(): YearPlan[] {
  return parseYearPlans([y2018, y2019, y2020, y2021, y2022, y2023, y2024, y2025, y2026, y2027]);
}
