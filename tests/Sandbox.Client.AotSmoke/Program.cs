using System.Globalization;
using Sandbox.Client.AotSmoke;

try
{
    await using var server = LoopbackServer.Start();
    await RoundTrips.WithoutContainerAsync(server);
    await RoundTrips.WithDelegateAsync(server);
    await RoundTrips.WithConfigurationAsync(server);
    await RoundTrips.WithKeysAsync(server);
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"AOT smoke: {Check.Count} checks hold after {server.RequestCount} requests."));
    return 0;
}
catch (WrongAnswerException exception)
{
    await Console.Error.WriteLineAsync($"AOT smoke: wrong answer: {exception.Message}");
    return 1;
}
catch (Exception exception)
{
    await Console.Error.WriteLineAsync($"AOT smoke: {exception}");
    return 2;
}
