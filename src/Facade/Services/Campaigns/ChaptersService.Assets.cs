using Valentina.Models;
using Valentina.Raw;

namespace Valentina.Services;

/// <content>The files of a chapter.</content>
public partial class ChaptersService
{
    /// <summary>Lists the files attached to a chapter, of one asset type when asked.</summary>
    /// <remarks>The operation <c>listChapterAssets</c>.</remarks>
    /// <param name="chapterId">The chapter of the book.</param>
    /// <param name="assetType">Only files of this type.</param>
    /// <include file="../Documentation.xml" path="docs/page/*"/>
    [Paged(nameof(ValentinaOperations.ListChapterAssets))]
    public virtual Task<Page<Asset>> GetAssetsPageAsync(
        Guid chapterId,
        AssetType? assetType = null,
        int limit = 10,
        int offset = 0,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default)
        => Raw.CampaignsChaptersAssets.ListChapterAssetsAsync(
            Company, _campaignId, _bookId, chapterId, limit: limit, offset: offset, assetType: assetType, options: options,
            cancellationToken: cancellationToken);

    /// <summary>Reads what is known about one file of a chapter, with the address to fetch it from.</summary>
    /// <remarks>The operation <c>getChapterAsset</c>.</remarks>
    /// <param name="chapterId">The chapter of the book.</param>
    /// <param name="assetId">The attached file.</param>
    /// <returns>What is known about the file.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<Asset> GetAssetAsync(
        Guid chapterId, Guid assetId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.CampaignsChaptersAssets.GetChapterAssetAsync(Company, _campaignId, _bookId, chapterId, assetId, options, cancellationToken);

    /// <summary>
    /// Attaches a PNG, JPEG, GIF or WEBP image to a chapter; the server looks at the bytes, not at the declared type. Allow more than a
    /// minute. A failed upload may leave a record that points nowhere, so it is not repeated by itself. Needs an acting user.
    /// </summary>
    /// <remarks>The operation <c>uploadChapterAsset</c>.</remarks>
    /// <param name="chapterId">The chapter of the book.</param>
    /// <param name="file">The image to send. Its source can be opened again, so that a retry sends the same bytes.</param>
    /// <returns>What is known about the new file.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<Asset> UploadAssetAsync(
        Guid chapterId, FileUpload file, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.CampaignsChaptersAssets.UploadChapterAssetAsync(Company, _campaignId, _bookId, chapterId, file, options, cancellationToken);

    /// <summary>
    /// Deletes a file of a chapter. The server looks only at the asset, not at the chapter in the path. Needs an acting user.
    /// </summary>
    /// <remarks>The operation <c>deleteChapterAsset</c>.</remarks>
    /// <param name="chapterId">The chapter of the book.</param>
    /// <param name="assetId">The attached file.</param>
    /// <returns>A task that ends when the server has done it.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task DeleteAssetAsync(
        Guid chapterId, Guid assetId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.CampaignsChaptersAssets.DeleteChapterAssetAsync(
            Company, _campaignId, _bookId, chapterId, assetId, options, cancellationToken);
}
