using Microsoft.AspNetCore.Mvc;
using Valentina.Models;

namespace Valentina.Extensions.Tests.AspNetCore;

/// <summary>What MVC binds and writes.</summary>
[ApiController]
[Route("shelf")]
public sealed class ShelfController : ControllerBase
{
    [HttpGet("{version}")]
    public string Get(GameVersion version, [FromQuery] CharacterClass? @class, [FromQuery] CharacterStatus[] status)
        => $"{version} {@class?.Value ?? "none"} {string.Join('+', status)} {version.IsKnown}";

    [HttpPatch]
    public string Patch(CampaignPatch patch)
        => $"name {patch.ShouldSerializeName()}, description {patch.ShouldSerializeDescription()} {patch.Description ?? "null"}";

    [HttpPost]
    public Campaign Echo(Campaign campaign) => campaign;

    [HttpPost("page")]
    public Page<Campaign> Echo(Page<Campaign> page) => page;
}
