using Microsoft.Extensions.Options;

namespace Sandbox.Client.DependencyInjection.Internal;

/// <summary>Checks options when a host starts, or when a client is first asked for.</summary>
internal sealed class OptionsValidation : IValidateOptions<SandboxClientOptions>
{
    public ValidateOptionsResult Validate(string? name, SandboxClientOptions options)
    {
        var errors = options.FindErrors().ToList();
        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }
}
