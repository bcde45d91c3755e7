using Valentina.Models;
using Valentina.Raw;

namespace Valentina.Services;

/// <content>The files of a book.</content>
public partial class BooksService
{
    /// <summary>Lists the files attached to a book, of one asset type when asked.</summary>
    /// <remarks>The operation <c>listBookAssets</c>.</remarks>
    /// <param name="bookId">The book of the campaign.</param>
    /// <param name="assetType">Only files of this type.</param>
    /// <include file="../Documentation.xml" path="docs/page/*"/>
    [Paged(nameof(ValentinaOperations.ListBookAssets))]
    public virtual Task<Page<Asset>> GetAssetsPageAsync(
        Guid bookId,
        AssetType? assetType = null,
        int limit = 10,
        int offset = 0,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default)
        => Raw.CampaignsBooksAssets.ListBookAssetsAsync(
            Company, _campaignId, bookId, limit: limit, offset: offset, assetType: assetType, options: options,
            cancellationToken: cancellationToken);

    /// <summary>Reads what is known about one file of a book, with the address to fetch it from.</summary>
    /// <remarks>The operation <c>getBookAsset</c>.</remarks>
    /// <param name="bookId">The book of the campaign.</param>
    /// <param name="assetId">The attached file.</param>
    /// <returns>What is known about the file.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<Asset> GetAssetAsync(
        Guid bookId, Guid assetId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.CampaignsBooksAssets.GetBookAssetAsync(Company, _campaignId, bookId, assetId, options, cancellationToken);

    /// <summary>
    /// Attaches a PNG, JPEG, GIF or WEBP image to a book; the server looks at the bytes, not at the declared type. Allow more than a
    /// minute. A failed upload may leave a record that points nowhere, so it is not repeated by itself. Needs an acting user.
    /// </summary>
    /// <remarks>The operation <c>uploadBookAsset</c>.</remarks>
    /// <param name="bookId">The book of the campaign.</param>
    /// <param name="file">The image to send. Its source can be opened again, so that a retry sends the same bytes.</param>
    /// <returns>What is known about the new file.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<Asset> UploadAssetAsync(
        Guid bookId, FileUpload file, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.CampaignsBooksAssets.UploadBookAssetAsync(Company, _campaignId, bookId, file, options, cancellationToken);

    /// <summary>Deletes a file of a book. The server looks only at the asset, not at the book in the path. Needs an acting user.</summary>
    /// <remarks>The operation <c>deleteBookAsset</c>.</remarks>
    /// <param name="bookId">The book of the campaign.</param>
    /// <param name="assetId">The attached file.</param>
    /// <returns>A task that ends when the server has done it.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task DeleteAssetAsync(
        Guid bookId, Guid assetId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.CampaignsBooksAssets.DeleteBookAssetAsync(Company, _campaignId, bookId, assetId, options, cancellationToken);
}
