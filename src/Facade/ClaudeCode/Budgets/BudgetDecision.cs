namespace Valentina.ClaudeCode;

/// <summary>What a <see cref="BudgetGuard"/> says to a call that wants to start.</summary>
internal enum BudgetDecision
{
    /// <summary>It may start.</summary>
    Go,

    /// <summary>It may start when a running one has ended.</summary>
    Wait,

    /// <summary>Nothing more may be spent.</summary>
    Stop,
}
