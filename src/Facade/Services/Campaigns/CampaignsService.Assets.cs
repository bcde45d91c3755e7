using Valentina.Models;
using Valentina.Raw;

namespace Valentina.Services;

/// <content>The files of a campaign.</content>
public partial class CampaignsService
{
    /// <summary>Lists the files attached to a campaign, of one asset type when asked.</summary>
    /// <remarks>The operation <c>listCampaignAssets</c>.</remarks>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="assetType">Only files of this type.</param>
    /// <include file="../Documentation.xml" path="docs/page/*"/>
    [Paged(nameof(ValentinaOperations.ListCampaignAssets))]
    public virtual Task<Page<Asset>> GetAssetsPageAsync(
        Guid campaignId,
        AssetType? assetType = null,
        int limit = 10,
        int offset = 0,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default)
        => Raw.CampaignsAssets.ListCampaignAssetsAsync(
            Company, campaignId, limit: limit, offset: offset, assetType: assetType, options: options,
            cancellationToken: cancellationToken);

    /// <summary>Reads what is known about one file of a campaign, with the address to fetch it from.</summary>
    /// <remarks>The operation <c>getCampaignAsset</c>.</remarks>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="assetId">The attached file.</param>
    /// <returns>What is known about the file.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<Asset> GetAssetAsync(
        Guid campaignId, Guid assetId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.CampaignsAssets.GetCampaignAssetAsync(Company, campaignId, assetId, options, cancellationToken);

    /// <summary>
    /// Attaches a PNG, JPEG, GIF or WEBP image to a campaign; the server looks at the bytes, not at the declared type. Allow more than a
    /// minute. A failed upload may leave a record that points nowhere, so it is not repeated by itself. Needs an acting user.
    /// </summary>
    /// <remarks>The operation <c>uploadCampaignAsset</c>.</remarks>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="file">The image to send. Its source can be opened again, so that a retry sends the same bytes.</param>
    /// <returns>What is known about the new file.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<Asset> UploadAssetAsync(
        Guid campaignId, FileUpload file, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.CampaignsAssets.UploadCampaignAssetAsync(Company, campaignId, file, options, cancellationToken);

    /// <summary>
    /// Deletes a file of a campaign. The server looks only at the asset, not at the campaign in the path. Needs an acting user.
    /// </summary>
    /// <remarks>The operation <c>deleteCampaignAsset</c>.</remarks>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="assetId">The attached file.</param>
    /// <returns>A task that ends when the server has done it.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task DeleteAssetAsync(
        Guid campaignId, Guid assetId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.CampaignsAssets.DeleteCampaignAssetAsync(Company, campaignId, assetId, options, cancellationToken);
}
