namespace Valentina.Validation;

/// <summary>A model that knows the limits the server enforces. Implemented by generated code only.</summary>
internal interface IValidatableModel
{
    /// <summary>Tells the validator everything that is wrong with this model.</summary>
    void Validate(ModelValidator validator);
}
