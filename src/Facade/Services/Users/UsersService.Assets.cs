using Valentina.Models;
using Valentina.Raw;

namespace Valentina.Services;

/// <content>The files and the picture of a user.</content>
public partial class UsersService
{
    /// <summary>Lists the files attached to a user, of one asset type when asked.</summary>
    /// <remarks>The operation <c>listUserAssets</c>.</remarks>
    /// <param name="userId">The user that is meant, who need not be the acting user.</param>
    /// <param name="assetType">Only files of this type.</param>
    /// <include file="../Documentation.xml" path="docs/page/*"/>
    [Paged(nameof(ValentinaOperations.ListUserAssets))]
    public virtual Task<Page<Asset>> GetAssetsPageAsync(
        Guid userId,
        AssetType? assetType = null,
        int limit = 10,
        int offset = 0,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default)
        => Raw.UsersAssets.ListUserAssetsAsync(
            Company, userId, limit: limit, offset: offset, assetType: assetType, options: options, cancellationToken: cancellationToken);

    /// <summary>Reads what is known about one file of a user, with the address to fetch it from.</summary>
    /// <remarks>The operation <c>getUserAsset</c>.</remarks>
    /// <param name="userId">The user that is meant, who need not be the acting user.</param>
    /// <param name="assetId">The attached file.</param>
    /// <returns>What is known about the file.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<Asset> GetAssetAsync(
        Guid userId, Guid assetId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.UsersAssets.GetUserAssetAsync(Company, userId, assetId, options, cancellationToken);

    /// <summary>
    /// Attaches a PNG, JPEG, GIF or WEBP image to a user; the server looks at the bytes, not at the declared type. Allow more than a
    /// minute. A failed upload may leave a record that points nowhere, so it is not repeated by itself. All uploads share 50, refilled one
    /// every 12 seconds. Needs an acting user.
    /// </summary>
    /// <remarks>The operation <c>uploadUserAsset</c>.</remarks>
    /// <param name="userId">The user that is meant, who need not be the acting user.</param>
    /// <param name="file">The image to send. Its source can be opened again, so that a retry sends the same bytes.</param>
    /// <returns>What is known about the new file.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<Asset> UploadAssetAsync(
        Guid userId, FileUpload file, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.UsersAssets.UploadUserAssetAsync(Company, userId, file, options, cancellationToken);

    /// <summary>
    /// Deletes a file of a user. The server looks only at the asset: a file of another user or company goes the same way if its id is given
    /// here.
    /// </summary>
    /// <remarks>The operation <c>deleteUserAsset</c>.</remarks>
    /// <param name="userId">The user that is meant, who need not be the acting user.</param>
    /// <param name="assetId">The attached file.</param>
    /// <returns>A task that ends when the server has done it.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task DeleteAssetAsync(
        Guid userId, Guid assetId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.UsersAssets.DeleteUserAssetAsync(Company, userId, assetId, options, cancellationToken);

    /// <summary>
    /// Sets a user's picture from a PNG, JPEG, GIF or WEBP image of at most 5 MB and returns the user. Players may change only their own.
    /// It draws on the same allowance as the uploads and is not repeated by itself. Needs an acting user.
    /// </summary>
    /// <remarks>The operation <c>setUserAvatar</c>.</remarks>
    /// <param name="userId">The user that is meant, who need not be the acting user.</param>
    /// <param name="file">The image to send. Its source can be opened again, so that a retry sends the same bytes.</param>
    /// <returns>The user with the picture.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<User> SetAvatarAsync(
        Guid userId, FileUpload file, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.Users.SetUserAvatarAsync(Company, userId, file, options, cancellationToken);

    /// <summary>Removes a user's picture and returns the changed user. Needs an acting user.</summary>
    /// <remarks>The operation <c>deleteUserAvatar</c>.</remarks>
    /// <param name="userId">The user that is meant, who need not be the acting user.</param>
    /// <returns>The user without the picture.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<User> DeleteAvatarAsync(Guid userId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.Users.DeleteUserAvatarAsync(Company, userId, options, cancellationToken);
}
