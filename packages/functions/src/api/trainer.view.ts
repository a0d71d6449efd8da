import { z } from "@hono/zod-openapi";
import { TrainerTerm } from "@yigong/core/member/trainer-term.ts";

const Appointment = z.object(TrainerTerm.shape);

/** Who was a trainer in a period, with the appointment that counts, and whose appointment is to be ended. */
export const TrainersView = z
  .object({
    from: z.string(),
    to: z.string(),
    trainers: z.int(),
    party: z.int(),
    items: z.array(
      Appointment.extend({
        memberId: z.string(),
        name: z.string(),
        employeeNumber: z.string(),
        /** The last local day of the period on which they were a trainer. */
        lastDay: z.string(),
        isParty: z.boolean(),
      }),
    ),
    offenders: z.array(
      Appointment.extend({
        memberId: z.string(),
        name: z.string(),
        employeeNumber: z.string(),
        why: z.enum(["left", "notVolunteer"]),
      }),
    ),
  })
  .openapi("Trainers");

/** Everything that was appointed of one person, the first first. */
export const AppointmentsView = z
  .object({ memberId: z.string(), isTrainer: z.boolean(), items: z.array(Appointment) })
  .openapi("TrainerAppointments");
