import { useMutation, useQueryClient } from "@tanstack/react-query";

/** Something that a person does: sent once at a time, and everything that is shown is read again afterwards. */
export function useAct<Given = void, Answer = unknown>(
  act: (given: Given) => Promise<Answer>,
  { done }: { done?: (answer: Answer, given: Given) => unknown } = {},
) {
  const client = useQueryClient();
  return useMutation<Answer, Error, Given>({
    mutationFn: act,
    onSuccess: async (answer, given) => {
      await done?.(answer, given);
      // Not waited for: what was done is done, whether it can be read again or not.
      void client.invalidateQueries();
    },
  });
}
