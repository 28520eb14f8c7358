using Sandbox.Client;
using Sandbox.Client.Models;

using var client = new SandboxClient(SandboxClientOptions.FromEnvironment());
var created = await client.CreateAsync(new CreateSandboxRequest
{
    Image = "python:3.14-slim",
    Timeout = TimeSpan.FromMinutes(5),
});
var sandbox = await client.GetAsync(created.Id);
Console.WriteLine($"{sandbox.Id} is {sandbox.Status}");
await client.DeleteAsync(sandbox.Id);
