namespace Valentina.Testing;

/// <summary>The users of every company, for global administrators: the archived ones too.</summary>
internal static class AdminUsers
{
    public static void Map(HandlerRegistry registry)
    {
        var world = registry.World;
        var resource = new Resource
        {
            Kind = Kinds.User,
            Schema = "AdminUserResponse",
            Rows = call => world[Kinds.User].All
                .Where(user => call.QueryFlag("is_archived") is not { } wanted || user.IsArchived == wanted)
                .Where(user => call.QueryId("company_id") is not { } company || user.Links("company_id", company))
                .Where(user => call.Query("role") is not { } role || user.Text("role") == role)
                .Where(user => call.Query("email") is not { } email || user.Text("email") == email)
                .OrderBy(user => user.Text("username"), StringComparer.Ordinal),
            Creating = (call, data) =>
            {
                var company = world[Kinds.Company].Find(call.FieldId("company_id")) ?? throw ProblemException.NotFound("Company");
                UserRoles.RefuseAtStart(call.Field("role")!);
                Users.Complete(data, company.Id);
                call.Description = $"created user {data["username"]} in company {company.Id}";
            },
            Updating = (_, user, form) =>
            {
                if (form["role"]?.GetValue<string>() is { } role && role != user.Text("role"))
                {
                    UserRoles.RefuseLastAdmin(world, user);
                }
            },
            Applying = (_, user, form) => user.IsArchived = form["is_archived"]?.GetValue<bool>() ?? user.IsArchived,
        };
        registry.List("globalAdminListUsers", resource);
        registry.Get("globalAdminGetUser", resource);
        registry.Create("globalAdminCreateUser", resource);
        registry.Update("globalAdminUpdateUser", resource);
        registry.On("globalAdminDeleteUser", call =>
        {
            Users.Archive(world, call.User);
            call.Description = $"archived user {call.User.Text("username")}";
            return null;
        });
    }
}
