using Sandbox.Client.Fuzz.Responses;

namespace Sandbox.Client.Fuzz.Targets;

/// <summary>The readers of answers: records, lists, errors.</summary>
internal sealed class ResponsesTarget : IFuzzTarget
{
    public IEnumerable<byte[]> Seeds => RecordedAnswers.All;

    public void Check(ReadOnlySpan<byte> input, bool thorough)
    {
        var plan = ResponsePlan.Read(input);
        switch (plan.Operation)
        {
            case ClientOperation.Rows rows:
                ListRules.Check(plan, rows, thorough);
                break;
            case ClientOperation.Answer answer:
                AnswerRules.Check(plan, answer);
                break;
            default:
                throw new FuzzFailureException("An operation without rules.");
        }
    }
}
