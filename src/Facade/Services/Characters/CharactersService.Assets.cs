using Valentina.Models;
using Valentina.Raw;

namespace Valentina.Services;

/// <content>The files of a character.</content>
public partial class CharactersService
{
    /// <summary>Lists the files attached to a character, of one asset type when asked. Needs an acting user.</summary>
    /// <remarks>The operation <c>listCharacterAssets</c>.</remarks>
    /// <param name="characterId">The character.</param>
    /// <param name="assetType">Only files of this type.</param>
    /// <include file="../Documentation.xml" path="docs/page/*"/>
    [Paged(nameof(ValentinaOperations.ListCharacterAssets))]
    public virtual Task<Page<Asset>> GetAssetsPageAsync(
        Guid characterId,
        AssetType? assetType = null,
        int limit = 10,
        int offset = 0,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default)
        => Raw.CharactersAssets.ListCharacterAssetsAsync(
            Company, characterId, limit: limit, offset: offset, assetType: assetType, options: options,
            cancellationToken: cancellationToken);

    /// <summary>Reads what is known about one file of a character, with the address to fetch it from. Needs an acting user.</summary>
    /// <remarks>The operation <c>getCharacterAsset</c>.</remarks>
    /// <param name="characterId">The character.</param>
    /// <param name="assetId">The attached file.</param>
    /// <returns>What is known about the file.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<Asset> GetAssetAsync(
        Guid characterId, Guid assetId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.CharactersAssets.GetCharacterAssetAsync(Company, characterId, assetId, options, cancellationToken);

    /// <summary>
    /// Attaches a PNG, JPEG, GIF or WEBP image to a character; the server looks at the bytes, not at the declared type. Allow more than a
    /// minute. A failed upload may leave a record that points nowhere, so it is not repeated by itself. Needs an acting user.
    /// </summary>
    /// <remarks>The operation <c>uploadCharacterAsset</c>.</remarks>
    /// <param name="characterId">The character.</param>
    /// <param name="file">The image to send. Its source can be opened again, so that a retry sends the same bytes.</param>
    /// <returns>What is known about the new file.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<Asset> UploadAssetAsync(
        Guid characterId, FileUpload file, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.CharactersAssets.UploadCharacterAssetAsync(Company, characterId, file, options, cancellationToken);

    /// <summary>
    /// Deletes a file of a character. The server looks only at the asset, not at the character in the path. Needs an acting user.
    /// </summary>
    /// <remarks>The operation <c>deleteCharacterAsset</c>.</remarks>
    /// <param name="characterId">The character.</param>
    /// <param name="assetId">The attached file.</param>
    /// <returns>A task that ends when the server has done it.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task DeleteAssetAsync(
        Guid characterId, Guid assetId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.CharactersAssets.DeleteCharacterAssetAsync(Company, characterId, assetId, options, cancellationToken);
}
