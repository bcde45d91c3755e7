Imports Valentina
Imports Valentina.Models

Module Program
    Function Main() As Integer
        Return MainAsync().GetAwaiter().GetResult()
    End Function

    Private Async Function MainAsync() As Task(Of Integer)
        Using client As New ValentinaClient()
            Dim users = Await client.Users.ListAllAsync()
            Dim storyteller = users.First(Function(user) user.Role = UserRole.Storyteller)
            Dim acting = client.ActingAs(storyteller.Id)
            Dim campaign = Await acting.Campaigns.CreateAsync(New CampaignCreate With {.Name = "from basic", .Danger = 2})
            Dim page = acting.Campaigns.GetPage(limit:=5)
            Try
                Await acting.Campaigns.GetAsync(Guid.NewGuid())
                Return 1
            Catch ex As NotFoundException
                Console.WriteLine($"{campaign.Name} is one of {page.Total}; {ex.Detail}")
                Return 0
            End Try
        End Using
    End Function
End Module
