open System.Threading.Tasks
open Valentina
open Valentina.Models

let work =
    task {
        use client = new ValentinaClient()
        let! users = client.Users.ListAllAsync()
        let storyteller = users |> Seq.find (fun user -> user.Role = UserRole.Storyteller)
        let acting = client.ActingAs storyteller.Id
        let! campaign = acting.Campaigns.CreateAsync(CampaignCreate(Name = "from f sharp", Danger = 2))
        let! page = acting.Campaigns.GetPageAsync(limit = 5)

        try
            let! _ = acting.Campaigns.GetAsync(System.Guid.NewGuid())
            return 1
        with :? NotFoundException as ex ->
            printfn "%s is one of %d; %s" campaign.Name page.Total ex.Detail
            return 0
    }

exit (work.GetAwaiter().GetResult())
